package flyt.pages;

/** A hospital with limits in force, as the server tells of them. */
final class KnownLimits {
    static final String HOSPITAL =
            """
            {"id":"FJO","name":"Fjordvik sykehus","timeZone":"Europe/Oslo",
             "wards":[{"id":"LUN","name":"Lunge","inOccupancy":true},{"id":"AKM","name":"Akuttmottak","inOccupancy":false}]}""";

    static final String TOLD =
            """
            {"thresholds":{"name":"standard","version":1,"every":1,
              "rules":[{"id":"ward-corridor","figure":"corridor","eachWard":true,"limit":2,"clear":2,"hours":[],"after":60,"clearAfter":60,
                "severity":"critical","owner":"ward-coordinator","repeat":120},
               {"id":"oldest-clean","figure":"oldest-clean","eachWard":false,"limit":120,"clear":90,
                "hours":[{"from":21,"to":7,"limit":240,"clear":200}],
                "after":0,"clearAfter":0,"severity":"attention","owner":"cleaning-coordinator"}],
              "pressure":{"triggers":[{"figure":"corridor","green":14,"yellow":18,"red":24}],"together":1,"enterAfter":30,"leaveAfter":60,
               "cards":[{"level":"green","role":"duty-leader",
                "actions":[{"id":"set-leadership","within":30},{"id":"tell-wards","within":30}]}]}},
             "adopted":[{"at":"2026-11-10T09:00:00Z","by":"Per","person":true,"name":"standard","version":1}],
             "figures":[{"figure":"occupancy","unit":"percent","bad":"above","ofWards":true},
              {"figure":"corridor","unit":"count","bad":"above","ofWards":true},
              {"figure":"boarders","unit":"count","bad":"above","ofWards":false},
              {"figure":"oldest-clean","unit":"minutes","bad":"above","ofWards":true},
              {"figure":"ready-beds","unit":"count","bad":"below","ofWards":true},
              {"figure":"outliers-in","unit":"count","bad":"above","ofWards":true}],
             "rules":[{"rule":"ward-corridor","figure":"corridor","name":null},{"rule":"oldest-clean","figure":"oldest-clean","name":null},
              {"rule":"rule-1","figure":"occupancy","name":"Fullt på natta"}],
             "actions":[{"action":"set-leadership","level":"green","role":"duty-leader","words":null},
              {"action":"tell-wards","level":"green","role":"duty-leader","words":null}]}""";

    private KnownLimits() {}
}
