/** Who is asking: tokens and the keys that sign them. */
package dev.laurel.serving.auth;
