/**
 * How many will lie where in the hours to come, as a distribution, and how right that was before.
 *
 * <p>A closed form, not a simulation: of each person who is known, the share of those who once stood like this and lay in a bed
 * so many hours later; of those who are not known yet, how many there were at such an hour of the week. People come and go
 * independently of each other, nearly, so means and variances add. Running the hospital forward a thousand times would give the
 * same bands for the whole house at a thousand times the cost; where it would not, in a full ward that cannot take what is
 * expected, what earlier forecasts turned out to be corrects it.
 *
 * <p>Here: the roll call, what is learned from roll calls, the forecast. Not here: when roll calls are held, where what was
 * learned is kept, and what a page shows.
 */
@NullMarked
package flyt.domain.forecast;

import org.jspecify.annotations.NullMarked;
