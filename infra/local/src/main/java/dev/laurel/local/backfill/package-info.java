/** Reading a whole log, or files, into the tables, by a job that ends. */
package dev.laurel.local.backfill;
