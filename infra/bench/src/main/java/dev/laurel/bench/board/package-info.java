/** Final boards, from whomever they come, and whether they are the same. */
package dev.laurel.bench.board;
