package cn.dangjian.member.growth.edition;

/** The regulation and its article, as refusals name them. */
record Article(Step step) {

    @Override
    public String toString() {
        return step.source() + " " + step.article();
    }
}
