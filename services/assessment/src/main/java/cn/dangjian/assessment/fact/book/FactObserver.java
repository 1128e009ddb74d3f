package cn.dangjian.assessment.fact.book;

import java.util.Collection;

/** Is told in the same transaction where something is another fact than it was. */
public interface FactObserver {

    /** A unit, and the year of which something that one measure counts has changed. */
    record FactChange(long unit, int year, String measure) {}

    /** A unit, and a year in which it stood elsewhere than was known. */
    record UnitYear(long unit, int year) {}

    void factsChanged(Collection<FactChange> changed);

    void placesChanged(Collection<UnitYear> changed);
}
