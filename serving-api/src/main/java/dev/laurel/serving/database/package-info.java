/** PostgreSQL, read-only. */
package dev.laurel.serving.database;
