package cn.dangjian.member;

import cn.dangjian.member.growth.Walk;
import cn.dangjian.testkit.DoorRules;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;

class DoorsTest extends DoorRules {

    @Autowired
    Province province;

    private long member;
    private long development;
    private long floating;
    private long census;
    private long lost;
    private long handling;
    private long discipline;
    private long transfer;

    @Override
    protected void settle() {
        province.settle();
        var persons = new Persons(api, tokens);
        member = persons.member("陶门");
        development = new Walk(persons, Province.VILLAGE).aDevelopment(LocalDate.of(2020, 3, 1));
        handling = persons.handling(member, "CORRECTION");
        discipline = persons.discipline(member, "虚构");
        lost = persons.lost(member, "2026-01-01");
        census = persons.census(2013);
        floating = persons.floating(persons.member("车行"), Province.SECOND_VILLAGE);
        transfer = transfer(persons, persons.member("陶出门"));
    }

    private static long transfer(Persons persons, long member) {
        return persons.post(
                        Province.VILLAGE,
                        "/v1/members/" + member + "/transfers",
                        Map.of("destination", Province.SECOND_VILLAGE, "reason", "搬家"))
                .json()
                .at("/transfer/id")
                .asLong();
    }

    @Override
    protected long thing(String path) {
        if (path.startsWith("/v1/developments/")) return development;
        if (path.startsWith("/v1/floatings/")) return floating;
        if (path.startsWith("/v1/censuses/")) return census;
        if (path.startsWith("/v1/lost-cases/")) return lost;
        if (path.startsWith("/v1/handlings/")) return handling;
        if (path.startsWith("/v1/discipline-entries/")) return discipline;
        if (path.startsWith("/v1/transfers/")) return transfer;
        return path.startsWith("/v1/units/") ? Province.VILLAGE : member;
    }
}
