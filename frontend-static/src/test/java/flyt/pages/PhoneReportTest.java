package flyt.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A spill or a fault is told from the phone in three taps, and a porter ordered; also without a network. */
final class PhoneReportTest extends OnPhone {

    @BeforeEach
    void hospital() {
        server.answers(
                "/api/v1/hospitals/FJO",
                """
                {"wards":[{"id":"LUN","name":"Lunge","kind":"inpatient","floor":"3","clusters":[{"rooms":[{"beds":[
                 {"id":"LUN-301","label":"301"},{"id":"LUN-317-2","label":"317","suffix":"2"}]}]}],"extraPlaces":[]}],
                 "orders":{"stops":[{"id":"XRAY","name":"Radiologi"}]}}""");
    }

    private void working() {
        phone(PhoneQueue.SELF + "," + PhoneQueue.UNDER_WAY, "/tasks?theme=light", 390, 844);
    }

    @Test
    void aSpillWhereOneWorksIsThreeTapsAndCanBeUndone() {
        working();
        find(".tab.to-report").click();
        find("[data-report=clean-spill]").click();
        find(".found button:has-text('128')").click();
        assertThat(wish(sent(1).get(0))).isEqualTo("{'type':'OrderCleaning','bed':'GAS-128','kind':'spill'}");
        find("undo-bar .undo:visible").click();
        assertThat(sent(2).get(1).get("of")).isEqualTo(commands().get(0).get("commandId"));
        assertThat(screen.complaints()).isEmpty();
    }

    @Test
    void aFaultAnywhereIsFoundByItsNumber() {
        working();
        find(".tab.to-report").click();
        find("[data-report=fault]").click();
        for (String key : "317".split("")) {
            find(".keys button:has-text('" + key + "')").click();
        }
        find(".found button:has-text('317-2')").click();
        assertThat(wish(sent(1).get(0))).isEqualTo("{'type':'OrderTask','kind':'fault','from':{'bed':'LUN-317-2'}}");
    }

    @Test
    void aPorterWhereOneWorksIsThreeTaps() {
        working();
        find(".tab.to-report").click();
        find("[data-report=patient-wheelchair]").click();
        assertThat(find(".scan-title").innerText()).contains("128");
        find(".found button:has-text('Radiologi')").click();
        assertThat(wish(sent(1).get(0)))
                .isEqualTo(
                        "{'type':'OrderTask','kind':'patient-wheelchair','from':{'bed':'GAS-128'},'to':{'stop':'XRAY'}}");
    }

    @Test
    void aPorterIsOrderedFromElsewhereByOneStepBack() {
        working();
        find(".tab.to-report").click();
        find("[data-report=patient-wheelchair]").click();
        find("button.back").click();
        for (String key : "301".split("")) {
            find(".keys button:has-text('" + key + "')").click();
        }
        find(".found button:has-text('301')").click();
        find(".found button:has-text('Radiologi')").click();
        assertThat(wish(sent(1).get(0)))
                .isEqualTo(
                        "{'type':'OrderTask','kind':'patient-wheelchair','from':{'bed':'LUN-301'},'to':{'stop':'XRAY'}}");
    }

    @Test
    void whatIsNoPlaceIsSaidAndNothingIsSent() {
        working();
        find(".tab.to-report").click();
        find("[data-report=fault]").click();
        for (String key : "999".split("")) {
            find(".keys button:has-text('" + key + "')").click();
        }
        find(".scan-trouble:has-text('Fant ikke 999')").waitFor();
        assertThat(commands()).isEmpty();
        assertThat(Axe.faults(screen.page())).isEmpty();
    }
}
