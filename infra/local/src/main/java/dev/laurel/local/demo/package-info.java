/** Lifelike made-up traffic: players who come and go, favourites, evening peaks and bursts. */
package dev.laurel.local.demo;
