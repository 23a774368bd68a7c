/** Savepoints: the state of the job, kept for an upgrade or a change of its shape. */
package dev.laurel.local.savepoint;
