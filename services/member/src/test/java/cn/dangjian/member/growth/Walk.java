package cn.dangjian.member.growth;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.Persons;
import cn.dangjian.testkit.Api;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Takes people of a branch along, over HTTP. */
public final class Walk {

    private final Persons persons;
    private final long branch;
    private final long committee;
    private final List<Long> introducers;

    public Walk(Persons persons, long branch) {
        this.persons = persons;
        this.branch = branch;
        this.committee = branch / 10;
        this.introducers = List.of(persons.member(branch, "介绍人甲"), persons.member(branch, "介绍人乙"));
    }

    public List<Long> introducers() {
        return introducers;
    }

    public long anApplicant(LocalDate appliedOn) {
        var body = Persons.applicant("虚构申请人");
        body.put("appliedOn", appliedOn.toString());
        return Persons.id(persons.register(branch, body));
    }

    public Api.Answer begin(long who, long member) {
        return persons.post(who, "/v1/members/" + member + "/developments", Map.of("evidence", "入党申请书"));
    }

    /** Of somebody who has applied on this day. */
    public long aDevelopment(LocalDate appliedOn) {
        var answer = begin(branch, anApplicant(appliedOn));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    public Api.Answer take(long who, long development, String step, String day, Object... more) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("step", step, "day", day, "evidence", "材料一份"));
        for (int i = 0; i < more.length; i += 2) body.put(more[i].toString(), more[i + 1]);
        return persons.post(who, "/v1/developments/" + development + "/steps", body);
    }

    public JsonNode taken(long who, long development, String step, String day, Object... more) {
        var answer = take(who, development, step, day, more);
        assertThat(answer.status()).as(step + " " + answer).isEqualTo(200);
        return answer.json();
    }

    public static Map<String, Integer> vote(int entitled, int present, int written, int yes) {
        return Map.of("entitled", entitled, "present", present, "written", written, "yes", yes);
    }

    /** Everything before the committee's approval; the meeting is on the day that is named. */
    public long upToTheApproval(LocalDate meeting) {
        long id = upToThePreReview(meeting);
        taken(committee, id, "PRE_REVIEWED", day(meeting.minusDays(20)));
        taken(branch, id, "FORM_FILLED", day(meeting.minusDays(10)));
        taken(branch, id, "ADMISSION_VOTED", day(meeting), "vote", vote(9, 9, 0, 9));
        taken(committee, id, "TALKED_BEFORE_APPROVAL", day(meeting));
        return id;
    }

    /** Everything before the committee's review that goes before the meeting. */
    public long upToThePreReview(LocalDate meeting) {
        long id = aDevelopment(meeting.minusYears(3));
        taken(branch, id, "TALKED", day(meeting.minusYears(3)));
        taken(branch, id, "ACTIVIST", day(meeting.minusYears(2)));
        taken(committee, id, "ACTIVIST_RECORDED", day(meeting.minusYears(2)));
        taken(branch, id, "CONTACTS_NAMED", day(meeting.minusYears(2)), "people", introducers);
        taken(branch, id, "REVIEWED", day(meeting.minusMonths(18)));
        var shown = Map.of("from", day(meeting.minusDays(90)), "to", day(meeting.minusDays(61)));
        taken(branch, id, "OBJECT", day(meeting.minusDays(60)), "publicity", shown);
        taken(committee, id, "OBJECT_RECORDED", day(meeting.minusDays(50)));
        taken(branch, id, "INTRODUCERS_NAMED", day(meeting.minusDays(50)), "people", introducers);
        taken(branch, id, "POLITICALLY_REVIEWED", day(meeting.minusDays(50)));
        taken(committee, id, "TRAINED", day(meeting.minusDays(40)), "training", Map.of("hours", 24));
        taken(branch, id, "COMMITTEE_REVIEWED", day(meeting.minusDays(30)));
        return id;
    }

    public Api.Answer approve(long development, LocalDate on) {
        return take(committee, development, "ADMISSION_APPROVED", day(on));
    }

    private static String day(LocalDate day) {
        return day.toString();
    }
}
