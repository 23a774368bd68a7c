/** PostgreSQL: what is read there, and the little that is changed. */
package dev.laurel.serving.database;
