/** 少交、免交党费: a branch proposes after its study, the committee above decides. */
@NullMarked
package cn.dangjian.dues.care.relief;

import org.jspecify.annotations.NullMarked;
