package cn.dangjian.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.local.House;
import cn.dangjian.testkit.Api;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A browser before the pages of the started house, and who sits at it. */
abstract class AtTheConsole {

    static Browser browser = absent();

    final House house = StartedHouse.get();
    final People people = new People(house);
    final Api api = Catalogue.api(house.gatewayUrl());

    @SuppressWarnings("NullAway")
    private static Browser absent() {
        return null;
    }

    @BeforeAll
    static void open() {
        browser = Browser.open();
        StartedHouse.awaitCalm();
    }

    @AfterAll
    @SuppressWarnings("NullAway")
    static void close() {
        if (browser != null) browser.close();
        browser = null;
    }

    Visitor visitor(String tier) {
        return Visitor.signedIn(browser, house, people.at(tier));
    }

    /** Somebody with an account of his own at the county, whose sessions no other journey shares. */
    People.Person clerk() {
        long unit = people.at("COUNTY").unit();
        var made = api.post("/identity/v1/accounts", Map.of("unit", unit, "displayName", "虚构干事", "duty", "clerk"))
                .as(people.operator())
                .key()
                .send();
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        var codes = api.post("/identity/v1/activation-codes", Map.of("units", List.of(unit)))
                .as(people.operator())
                .send();
        return people.activated(codes.json()
                .valueStream()
                .filter(code -> code.path("login")
                        .asString()
                        .equals(made.json().path("login").asString()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(codes.toString())));
    }
}
