/** What warns about a patient: the early-warning score as another system reports it. */
@NullMarked
package flyt.domain.alert;

import org.jspecify.annotations.NullMarked;
