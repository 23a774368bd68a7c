/**
 * Processes of the operating system: starting them, keeping them alive, finding and stopping them.
 */
package dev.laurel.local.process;
