/** Boards in memory: tops as the job publishes them, pages and how they are asked for. */
package dev.laurel.serving.board;
