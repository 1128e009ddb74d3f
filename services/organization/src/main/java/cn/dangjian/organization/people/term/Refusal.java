package cn.dangjian.organization.people.term;

import java.time.LocalDate;

/** Why a team stays as it is; every change answers with what was changed or with one of these. */
public sealed interface Refusal {

    /** There is no such unit, term or seat, or none that the caller may know of. */
    record Unknown() implements Refusal {}

    /** Teams are set up by a superior, never by themselves. */
    record NotSuperior() implements Refusal {}

    /** Nobody has begun a term, or it has ended. */
    record NoSession() implements Refusal {}

    /** Units of this tier have no such post. */
    record NoSuchPost(String post) implements Refusal {}

    /** The person is not one of this unit's. */
    record NoSuchPerson() implements Refusal {}

    /** The number is not above the last one. */
    record NumberTaken(int last) implements Refusal {}

    /** The day is not between these two, both included. */
    record WrongDay(LocalDate earliest, LocalDate latest) implements Refusal {}

    /** The term before is not over; an earlier end needs an approval. */
    record NotDue(LocalDate dueOn) implements Refusal {}

    /** The person sits there already. */
    record Seated() implements Refusal {}

    /** All seats of the post are taken. */
    record Full(int quota) implements Refusal {}

    /** It has ended already. */
    record Ended(LocalDate on) implements Refusal {}
}
