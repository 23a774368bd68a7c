/** What happens inside the process under test, whoever runs there: start, progress, CPU, end. */
package dev.laurel.bench.contender;
