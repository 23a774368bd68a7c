/**
 * The whole system on one machine: the commands {@code infra/up}, {@code infra/down} and {@code
 * infra/laurel}.
 */
package dev.laurel.local;
