package flyt.pages;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe has against a page: the rules of WCAG 2.2 A and AA, and axe's own of good practice. */
public final class Axe {

    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final int SHOWN = 4;

    private Axe() {}

    /** The rules that the page breaks as it stands, each with the first nodes that break it; empty if it breaks none. */
    @SuppressWarnings("deprecation") // these pages have no frames; the newer way opens a blank page to gather theirs
    public static List<String> faults(Page page) {
        AxeRunOptions onlyFaults = new AxeRunOptions();
        onlyFaults.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .setLegacyMode(true).options(onlyFaults).withTags(TAGS).analyze().getViolations().stream()
                        .map(Axe::described)
                        .toList();
    }

    private static String described(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream()
                        .limit(SHOWN)
                        .map(CheckedNode::getHtml)
                        .toList();
    }
}
