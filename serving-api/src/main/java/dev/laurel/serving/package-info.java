/** The serving API: one process that answers HTTP queries and pushes rank changes. */
package dev.laurel.serving;
