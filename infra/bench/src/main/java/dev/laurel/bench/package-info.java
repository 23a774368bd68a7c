/** The benchmark: what starts it, and the process under test. */
package dev.laurel.bench;
