/** How far a laboratory order has come. Never values. */
@NullMarked
package flyt.domain.lab;

import org.jspecify.annotations.NullMarked;
