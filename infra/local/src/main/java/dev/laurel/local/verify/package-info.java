/**
 * Whether the tables hold what the log says: everything is reckoned again from the raw records, by
 * the rules alone and without any code of the job, and compared row by row.
 */
package dev.laurel.local.verify;
