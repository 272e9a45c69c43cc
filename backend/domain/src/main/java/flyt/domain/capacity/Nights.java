package flyt.domain.capacity;

import flyt.domain.place.WardNight;
import java.util.List;

/**
 * What the counted nights of a period add up to, of a ward or of several: what is above and below the line of the figures of days
 * (domain 3.1).
 *
 * @param bedDays patients by nights: extra places and leave included
 * @param inHouse of those the ones who were not on leave
 * @param openBeds staffed open beds by nights
 * @param availableBeds beds by nights, as if open throughout: of each ward the mean of the nights on which it had any open, times all nights
 * @param most how many lay in one of the wards in the fullest night: so many different people stand behind this, at the least
 */
public record Nights(long bedDays, long inHouse, long openBeds, long availableBeds, int most) {

    public static final Nights NONE = new Nights(0, 0, 0, 0, 0);

    /** Those of one ward. */
    public static Nights of(List<WardNight> nights) {
        long bedDays = 0;
        long onLeave = 0;
        long openBeds = 0;
        int nightsOpen = 0;
        int most = 0;
        for (WardNight night : nights) {
            bedDays += night.patients();
            onLeave += night.onLeave();
            openBeds += night.open();
            nightsOpen += night.open() > 0 ? 1 : 0;
            most = night.patients() > most ? night.patients() : most;
        }
        long available = nightsOpen == 0 ? 0 : (openBeds * nights.size() + nightsOpen / 2) / nightsOpen;
        return new Nights(bedDays, bedDays - onLeave, openBeds, available, most);
    }

    /** These and those of other wards. */
    public Nights plus(Nights others) {
        return new Nights(
                bedDays + others.bedDays,
                inHouse + others.inHouse,
                openBeds + others.openBeds,
                availableBeds + others.availableBeds,
                most > others.most ? most : others.most);
    }
}
