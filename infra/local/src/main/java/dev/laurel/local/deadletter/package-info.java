/** What did not count: listing it, and sending chosen records again. */
package dev.laurel.local.deadletter;
