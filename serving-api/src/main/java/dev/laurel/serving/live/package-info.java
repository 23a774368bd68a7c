/** The WebSocket: who watches which board, and what each of them still has to be sent. */
package dev.laurel.serving.live;
