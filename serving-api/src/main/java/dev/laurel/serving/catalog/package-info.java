/** Games, as the catalog defines them. */
package dev.laurel.serving.catalog;
