/** What comes first and why, and who is the right one for it: pure functions of needs, rules and time. */
@NullMarked
package flyt.domain.priority;

import org.jspecify.annotations.NullMarked;
