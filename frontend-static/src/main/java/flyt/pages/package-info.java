/** How a page leaves the house: whole. Pages themselves are files; nothing else is here. */
@NullMarked
package flyt.pages;

import org.jspecify.annotations.NullMarked;
