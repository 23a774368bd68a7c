/** What runs the contenders: broker, cells, rounds, and the comparison of boards. */
package dev.laurel.bench.driver;
