package cn.dangjian.local;

import static java.util.stream.Collectors.joining;

import cn.dangjian.local.synthetic.Person;
import cn.dangjian.local.synthetic.Persons;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** 示范党员: some hundred persons who do not exist, in the villages of the demo province, and an account of one of them. */
final class DemoMembers {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final long SEED = 20_260_701;

    /** So many belong to a village, and to the one whose account is shown so many times as many. */
    private static final int EACH = 2;

    private static final int SHOWN = 15;

    private static final String HEADER =
            "name,number,unitCode,appliedOn,activistOn,objectOn,admittedOn,fullOn,memberClass,ethnicity,education,phone";

    private final Gateway gateway;
    private final Secrets secrets;

    DemoMembers(Gateway gateway, Secrets secrets) {
        this.gateway = gateway;
        this.secrets = secrets;
    }

    /**
     * Imports the persons as a province's file, and activates one.
     *
     * @param villages codes of the villages
     * @param shown the code of the one whose account is shown
     * @param province the account that sends the file
     * @param village the account that is shown
     */
    House.Account load(List<String> villages, String shown, House.Account province, House.Account village) {
        var units = new ArrayList<>(villages);
        units.addAll(Collections.nCopies(SHOWN, shown));
        var persons = new Persons(SEED, units, (long) units.size() * EACH, LocalDate.now(CHINA));
        String sender = gateway.signIn(province.login(), province.password());
        var file = Stream.concat(Stream.of(HEADER), persons.stream().map(DemoMembers::line))
                .collect(joining("\n", "", "\n"));
        var intake = gateway.postFile(
                "/member/v1/intakes?what=MEMBERS", sender, "text/csv", file.getBytes(StandardCharsets.UTF_8));
        var path = "/member/v1/intakes/" + intake.path("id").asLong();
        DemoProvince.await("the demo members", () -> {
            var state = gateway.get(path, sender).path("state").asString();
            if (state.equals("FAILED")) throw new HouseException("The file of the demo members failed");
            return state.equals("DONE");
        });
        String clerk = gateway.signIn(village.login(), village.password());
        var full = ids("FULL", clerk);
        tell(full, ids("APPLICANT", clerk), clerk);
        return aMember(full.getFirst(), village, clerk);
    }

    /** The persons of the village whose account is shown. */
    private List<Long> ids(String status, String clerk) {
        return gateway.get("/member/v1/members?limit=20&status=" + status, clerk)
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asLong())
                .toList();
    }

    /** Something of each sort is under way in that village. */
    private void tell(List<Long> full, List<Long> applicants, String clerk) {
        var today = LocalDate.now(CHINA);
        post(full.get(1), "transfers", Map.of("elsewhere", "虚构外省虚构县委组织部", "reason", "随子女居住"), clerk);
        post(
                full.get(2),
                "floatings",
                Map.of(
                        "place",
                        "OUTSIDE",
                        "reportedOn",
                        today.minusMonths(2).toString(),
                        "texts",
                        Map.of("destination", "虚构外省虚构市", "reason", "务工")),
                clerk);
        post(
                full.get(3),
                "lost-cases",
                Map.of("lastContactOn", today.minusMonths(7).toString(), "note", "电话停机，家人也不知去向"),
                clerk);
        post(
                full.get(4),
                "events",
                Map.of("what", "DIED", "day", today.minusDays(20).toString(), "reason", "因病去世"),
                clerk);
        post(
                full.get(5),
                "handlings",
                Map.of("grounds", "UNQUALIFIED", "measure", "CORRECTION", "evidence", "虚构的事实"),
                clerk);
        for (long applicant : applicants) post(applicant, "developments", Map.of("evidence", "入党申请书"), clerk);
    }

    private void post(long member, String what, Map<String, ?> body, String clerk) {
        gateway.post("/member/v1/members/" + member + "/" + what, clerk, body);
    }

    private static String line(Person person) {
        return Stream.of(
                        person.name(),
                        person.number(),
                        person.unit(),
                        person.appliedOn(),
                        person.activistOn(),
                        person.objectOn(),
                        person.admittedOn(),
                        person.fullOn(),
                        person.memberClass(),
                        person.ethnicity(),
                        person.education(),
                        person.phone())
                .map(cell -> Objects.toString(cell, ""))
                .collect(joining(","));
    }

    /** Someone of the village whose account is shown, who can sign in. */
    private House.Account aMember(long id, House.Account village, String clerk) {
        gateway.post("/member/v1/members/" + id + "/account", clerk, Map.of());
        DemoProvince.await("the account of a demo member", () -> !gateway.get("/member/v1/members/" + id, clerk)
                .at("/member/account")
                .isNull());
        JsonNode code = gateway.post("/identity/v1/member-activation-codes", clerk, Map.of("members", List.of(id)))
                .get(0);
        var login = code.path("login").asString();
        var password = secrets.get("demo-member");
        gateway.post(
                "/identity/v1/activations",
                "",
                Map.of("login", login, "code", code.path("code").asString(), "password", password));
        return new House.Account("MEMBER", village.unit(), village.unitName(), login, password);
    }
}
