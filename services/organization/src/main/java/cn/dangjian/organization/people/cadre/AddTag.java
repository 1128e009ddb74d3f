package cn.dangjian.organization.people.cadre;

import cn.dangjian.organization.people.cadre.TagRepository.Tag;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 自定标签: a province or county adds a tag for its subtree, by a document. */
@Service
class AddTag {

    private static final Set<Tier> ADDERS = Set.of(Tier.PROVINCE, Tier.CITY, Tier.COUNTY);
    static final Set<String> LISTS = Set.of("RESERVE_SOURCE", "ADJUSTMENT");

    private final TagRepository repository;
    private final Tags tags;
    private final Directory directory;
    private final Days days;

    AddTag(TagRepository repository, Tags tags, Directory directory, Days days) {
        this.repository = repository;
        this.tags = tags;
        this.directory = directory;
        this.days = days;
    }

    @Transactional
    Outcome add(String list, Tag tag, String document, Caller caller) {
        if (!LISTS.contains(list)) return new Outcome.NoSuchList();
        var unit = directory.unitOf(caller);
        if (!ADDERS.contains(unit.tier())) return new Outcome.NotYours();
        if (tags.knowsAll(Set.of(tag.tag()), list, unit)) return new Outcome.Taken();
        repository.insert(unit.id(), list, tag, document, caller.subject(), days.now());
        return new Outcome.Done();
    }

    sealed interface Outcome {
        record Done() implements Outcome {}

        record NoSuchList() implements Outcome {}

        record NotYours() implements Outcome {}

        record Taken() implements Outcome {}
    }
}
