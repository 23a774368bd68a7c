/** The serving API of a stack. */
package dev.laurel.local.api;
