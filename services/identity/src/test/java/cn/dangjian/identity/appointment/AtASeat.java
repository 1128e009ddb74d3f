package cn.dangjian.identity.appointment;

import cn.dangjian.identity.Fixtures.Someone;
import cn.dangjian.identity.RunningIdentity;
import org.junit.jupiter.api.BeforeEach;

/** A county, a person of one of its villages, and a seat in another village that the person may get. */
abstract class AtASeat extends RunningIdentity {

    Someone county;
    Someone person;
    Seating seating;

    @BeforeEach
    void aSeatAndAPerson() {
        county = fixtures.anActiveAccountAt(111);
        person = fixtures.anActiveAccountAt(11111);
        seating = new Seating(county, fixtures, api, broker, jdbc);
    }
}
