package cn.dangjian.member.person.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.member.person.search.SearchQueries.Found;
import cn.dangjian.member.person.search.SearchQueries.Named;
import cn.dangjian.member.person.search.SearchQueries.Start;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A search by name finds the same, wherever it begins. */
@ServiceTest
class NamedTest {

    private static final Filter ALL = new Filter(null, null, null);

    @Autowired
    private SearchQueries queries;

    @Test
    void findsTheSameFromTheNamesAndFromTheUnits(
            @Autowired Api api, @Autowired Tokens tokens, @Autowired Province province) {
        province.settle();
        var persons = new Persons(api, tokens);
        for (String name : List.of("慕容甲", "慕容乙", "慕容乙", "慕容%", "慕白")) {
            persons.member(Province.VILLAGE, name);
            persons.member(Province.OTHER_VILLAGE, name);
        }

        for (long unit : List.of(Province.PROVINCE, Province.COUNTY, Province.TOWNSHIP, Province.VILLAGE))
            for (String name : List.of("慕", "慕容", "慕容乙", "慕容%", "murong", "mr")) {
                var scope = Scope.subtree(Province.path(unit));
                assertThat(pages(Start.UNITS, name, scope))
                        .as(name + " at " + unit)
                        .containsExactlyElementsOf(pages(Start.NAMES, name, scope));
            }
        assertThat(pages(Start.UNITS, "慕容", Scope.subtree(Province.path(Province.VILLAGE))))
                .hasSize(4);
        assertThat(pages(Start.NAMES, "慕容", Scope.subtree(Province.path(Province.PROVINCE))))
                .hasSize(8);
    }

    /** Page by page of three. */
    private List<Long> pages(Start start, String name, Scope scope) {
        var all = new ArrayList<Long>();
        var after = new Named("", 0);
        List<Found> page;
        do {
            page = queries.named(start, name, ALL, after, 3, scope);
            page.forEach(found -> all.add(found.id()));
            if (!page.isEmpty())
                after = new Named(place(name, page.getLast()), page.getLast().id());
        } while (page.size() == 3);
        return all;
    }

    private static String place(String name, Found found) {
        return name.chars().allMatch(c -> c < 128) ? found.initials() : found.name();
    }
}
