package cn.dangjian.organization.tree.change;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.testkit.ServiceTest;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every door for reading can be asked by line, or is named here with the reason why it cannot (ORG-09). */
@ServiceTest
class ReadDoorsTest {

    private static final String DECISION = "proposals and decisions are the territory's";
    private static final String FILES = "files that units of the territory have sent";
    private static final String PERSONAL = "personal matters are the keeper's";
    private static final String DIVISIONS = "codes of the territory";
    private static final String COUNTY = "what a county has set, for all below it";
    private static final String PLACE = "a body of a place: communities and streets stand in the territory";
    private static final String SAME = "the same for everybody";
    private static final String JUDGED = "what is judged of people of villages is the territory's (ORG-13 to ORG-15)";
    private static final String OWN = "asks about the caller's own unit";

    /** Of the service, and of the starters that bring doors for it. */
    private static final Pattern OURS =
            Pattern.compile("^cn\\.dangjian\\.(organization|platform\\.(cases|files|rules))\\b");

    private static final Map<String, String> BLOCK_ONLY = new TreeMap<>(Map.ofEntries(
            Map.entry("/internal/units/{id}", "services ask, whatever the hierarchy"),
            Map.entry("/v1/cadre-tags", OWN),
            Map.entry("/v1/cases", "whose turn it is, the territory says"),
            Map.entry("/v1/chain-rates", "a line knows only the chains that its units lead"),
            Map.entry(
                    "/v1/chains/{id}/links", "of the register a line knows what it looks after, not all on its chains"),
            Map.entry("/v1/changes", DECISION),
            Map.entry("/v1/changes/{id}", DECISION),
            Map.entry("/v1/codes", SAME),
            Map.entry("/v1/codes/{table}", SAME),
            Map.entry("/v1/division-codes", DIVISIONS),
            Map.entry("/v1/division-codes/{code}", DIVISIONS),
            Map.entry("/v1/division-codes/{code}/periods", DIVISIONS),
            Map.entry("/v1/filings", JUDGED),
            Map.entry("/v1/filings/{id}", JUDGED),
            Map.entry("/v1/imports/{id}", FILES),
            Map.entry("/v1/imports/{id}/rejections", FILES),
            Map.entry("/v1/intakes", FILES),
            Map.entry("/v1/intakes/{id}", FILES),
            Map.entry("/v1/intakes/{id}/decision", DECISION),
            Map.entry("/v1/intakes/{id}/decision/left", DECISION),
            Map.entry("/v1/intakes/{id}/rejected-rows", FILES),
            Map.entry("/v1/intakes/{id}/rejections", FILES),
            Map.entry("/v1/joint-bodies", PLACE),
            Map.entry("/v1/joint-bodies/{id}", PLACE),
            Map.entry("/v1/joint-coverage", PLACE),
            Map.entry("/v1/kinds", SAME),
            Map.entry("/v1/personal-matter-readers", PERSONAL),
            Map.entry("/v1/personal-matter-reports", PERSONAL),
            Map.entry("/v1/personal-matter-reports/{id}/readings", PERSONAL),
            Map.entry("/v1/reserve-cadres", JUDGED),
            Map.entry("/v1/reserve-cadres/{id}", JUDGED),
            Map.entry("/v1/rules", "rules hold in a territory"),
            Map.entry("/v1/secretary-adjustments", JUDGED),
            Map.entry("/v1/venue-tags", COUNTY),
            Map.entry("/v1/weak-batches", COUNTY),
            Map.entry("/v1/weak-batches/{id}/advice", COUNTY),
            Map.entry("/v1/weak-candidates", COUNTY),
            Map.entry("/v1/weak-candidates/{id}", COUNTY),
            Map.entry("/v1/weak-types", SAME),
            Map.entry("/v1/working-years", SAME)));

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping doors;

    @Test
    void everyDoorForReadingChoosesItsHierarchies() {
        var blockOnly = new TreeSet<String>();
        doors.getHandlerMethods().forEach((mapping, door) -> {
            boolean ours = OURS.matcher(door.getBeanType().getPackageName()).find();
            boolean reads = mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET);
            if (ours && reads && !isOpen(door)) blockOnly.addAll(mapping.getPatternValues());
        });

        assertThat(blockOnly).containsExactlyElementsOf(BLOCK_ONLY.keySet());
    }

    /** What a line may read it may not write. */
    @Test
    void noDoorForWritingIsOpenToALine() {
        doors.getHandlerMethods().forEach((mapping, door) -> {
            boolean reads = mapping.getMethodsCondition().getMethods().equals(Set.of(RequestMethod.GET));
            if (isOpen(door)) assertThat(reads).as(mapping.toString()).isTrue();
        });
    }

    private static boolean isOpen(HandlerMethod door) {
        return Arrays.stream(door.getMethodParameters())
                .map(parameter -> parameter.getParameterAnnotation(Subtree.class))
                .anyMatch(subtree -> subtree != null && subtree.lines());
    }
}
