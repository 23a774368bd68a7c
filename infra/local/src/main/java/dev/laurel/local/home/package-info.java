/** Where a stack lives: its folder, its ports, its addresses and what it is started from. */
package dev.laurel.local.home;
