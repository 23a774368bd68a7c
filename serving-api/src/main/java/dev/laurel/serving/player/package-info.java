/** One player as people see them. */
package dev.laurel.serving.player;
