package flyt.simulator.hospital;

import java.util.List;

/** Common Norwegian names, combined at random: none of the people exists. */
final class Names {

    private Names() {}

    static final List<String> WOMEN = words(
            "Anne Inger Kari Marit Ingrid Liv Eva Berit Astrid Bjørg Hilde Anna Solveig Marianne Randi Ida Nina Maria",
            "Elisabeth Kristin Bente Heidi Silje Hanne Linda Tone Anita Tove Gerd Elin Wenche Ragnhild Camilla Ellen",
            "Karin Ruth Julie Mona Grete Laila Aud Turid Else Unni Mette Sigrid Emma Nora Thea Sara Amina Fatima Leila",
            "Zahra Katarzyna Olga Ingeborg Torill Reidun Åse Gunn Vigdis Jorunn Oddny Maja Frida Tuva Vilde");

    static final List<String> MEN = words(
            "Jan Per Bjørn Ole Lars Kjell Knut Arne Svein Thomas Hans Geir Tor Morten Terje Odd Erik Martin Andreas John",
            "Anders Rune Trond Tore Daniel Jon Kristian Marius Tom Harald Olav Stian Magnus Rolf Fredrik Espen Leif",
            "Gunnar Helge Henrik Nils Øyvind Christian Eirik Jonas Håkon Steinar Einar Frode Kåre Sverre Petter Roar",
            "Egil Reidar Birger Mohammed Ali Ahmed Tomasz Piotr Nguyen Yusuf Omar Elias Jakob Filip Sander");

    static final List<String> FAMILIES = words(
            "Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Kristiansen Jensen Karlsen Johnsen Pettersen Eriksen",
            "Berg Haugen Hagen Johannessen Andreassen Jacobsen Dahl Jørgensen Henriksen Lund Halvorsen Sørensen Jakobsen",
            "Moen Gundersen Iversen Strand Solberg Svendsen Eide Knutsen Martinsen Paulsen Bakken Kristoffersen Mathisen",
            "Lie Amundsen Nguyen Rasmussen Lunde Solheim Berge Moe Nygård Bakke Kristensen Fredriksen Holm Lien Hauge",
            "Christensen Andresen Nielsen Knudsen Evensen Sæther Aas Myhre Hanssen Haugland Thomassen Sivertsen Simonsen",
            "Danielsen Berntsen Sandvik Rønning Arnesen Næss Antonsen Haug Ellingsen Thorsen Edvardsen Vik Birkeland",
            "Gulbrandsen Isaksen Strøm Aasen Ruud Ali Hussain Ahmed Tangen Ødegård Myklebust Eliassen Bøe Aune Tveit",
            "Nordby Fjeld Sætre Wold Ulvestad Kvam Vold Engen Tran Khan Brekke Helland Ness Skår Foss Langeland");

    /*
     * Most Norwegian surnames are names of farms, each rare: a ward of thirty seldom has two alike. A short list of common
     * names alone would put the name-alike sign on half the patients.
     */
    private static final List<String> FARM_BEGINS = words(
            "Nord Sør Øst Vest Sand Lang Stor Stein Fur Bjørke Gran Lauv Selje Hassel Kirke Mo Myr Elve Foss Fjell Ås",
            "Skog Hav Nes Våg Hest Kal Ulve Bjørn Orre Trane Gull Sølv Jern Rogn Ask Eike Alme Linde Kvern Naust Seter");
    private static final List<String> FARM_ENDS =
            words("berg land vik haug stad rud set heim dal gård eng bø tveit åker vold strand nes mark lid hus støl");

    /** A surname: a common one, or as often as not a farm's. */
    static String family(Chance chance) {
        return chance.happens(0.25) ? chance.oneOf(FAMILIES) : chance.oneOf(FARM_BEGINS) + chance.oneOf(FARM_ENDS);
    }

    private static List<String> words(String... lines) {
        return List.of(String.join(" ", lines).split(" "));
    }
}
