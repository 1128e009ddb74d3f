/** 计分: scores of units, made by set and kept while facts come in. */
@NullMarked
package cn.dangjian.assessment.score.scoring;

import org.jspecify.annotations.NullMarked;
