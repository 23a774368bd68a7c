/** Sending files of events to the log. */
package dev.laurel.local.replay;
