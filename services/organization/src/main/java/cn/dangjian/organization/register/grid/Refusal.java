package cn.dangjian.organization.register.grid;

import java.time.LocalDate;

/** Why places stay as they are. */
sealed interface Refusal {

    /** There is no such place, or none that the caller may know of. */
    record NoSuchPlace() implements Refusal {}

    /** The community does not exist, or is none that the caller may know of. */
    record NoSuchCommunity() implements Refusal {}

    /** The Party unit does not exist, or is none that the caller may know of. */
    record NoSuchPartyUnit() implements Refusal {}

    /** Places are kept by communities and their superiors. */
    record NotWarden() implements Refusal {}

    /** The kind is unknown, or may not lie there. */
    record KindUnfit(String kind) implements Refusal {}

    /** The Party unit lies elsewhere, or is of a kind that does not stand for such a place. */
    record PartyUnitUnfit(String kind) implements Refusal {}

    record Closed(String name) implements Refusal {}

    record HasPlaces() implements Refusal {}

    record NotLinked() implements Refusal {}

    /** Members volunteer in households. */
    record VolunteerUnfit(String kind) implements Refusal {}

    record NoVolunteer() implements Refusal {}

    record Future(LocalDate today) implements Refusal {}

    /** What was entered last holds from that day on. */
    record TooEarly(LocalDate earliest) implements Refusal {}
}
