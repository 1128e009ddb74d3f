/** 公布: what a branch tells its members of its collection at least once a year, frozen as it was told. */
@NullMarked
package cn.dangjian.dues.paper.publication;

import org.jspecify.annotations.NullMarked;
