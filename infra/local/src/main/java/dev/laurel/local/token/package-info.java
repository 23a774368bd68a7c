/** Who may do what: the key pair of a home and the tokens it signs. */
package dev.laurel.local.token;
