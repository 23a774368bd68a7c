/** Definitions of games, achievements and action types: checking a file of them, and loading it. */
package dev.laurel.local.catalog;
