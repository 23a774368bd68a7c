/** The PostgreSQL server of a stack, its database and its tables. */
package dev.laurel.local.postgres;
