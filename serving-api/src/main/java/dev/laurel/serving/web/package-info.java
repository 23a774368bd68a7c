/** What every call shares: the envelope, codes, parameters, caching and the page. */
package dev.laurel.serving.web;
