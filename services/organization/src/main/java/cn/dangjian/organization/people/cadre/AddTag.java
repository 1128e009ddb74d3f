package cn.dangjian.organization.people.cadre;

import static cn.dangjian.organization.people.cadre.CadreRefusal.NOT_YOURS;
import static cn.dangjian.organization.people.cadre.CadreRefusal.TAG_TAKEN;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 自定标签: a county or above adds a tag for its subtree, by a document. */
@Service
class AddTag {

    private static final String CODE = "[A-Z][A-Z_]{0,31}";

    private final TagRepository repository;
    private final Tags tags;

    AddTag(TagRepository repository, Tags tags) {
        this.repository = repository;
        this.tags = tags;
    }

    record TagRequest(
            @NotNull @Pattern(regexp = CODE) String list,
            @NotNull @Pattern(regexp = CODE) String tag,
            @NotBlank @Size(max = 50) @Stripped String term,
            @NotBlank @Size(max = 100) @Stripped String document) {}

    @Transactional
    void add(TagRequest request, Desk desk) {
        Tags.requireList(request.list());
        NOT_YOURS.when(desk.isBelow(Tier.COUNTY));
        TAG_TAKEN.when(tags.knowsAll(Set.of(request.tag()), request.list(), desk.unit()));
        repository.insert(request, desk);
    }
}
