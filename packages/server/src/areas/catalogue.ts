import type { AreaSettings, CatalogueEntry } from '../db/schema.ts';

export type Catalogue = NonNullable<AreaSettings['catalogue']>;

const entry = (code: string, zh: string, en: string): CatalogueEntry => ({ code, zh, en });

/** What a district begins with that brings no catalogue of its own: kinds of wishes, and the nine kinds of actions. */
export const usualCatalogue: Catalogue = {
  wishCategories: [
    entry('daily', '生活用品', 'Household'),
    entry('health', '健康护理', 'Health'),
    entry('repair', '修修补补', 'Repairs'),
    entry('study', '学习成长', 'Learning'),
    entry('mobility', '出行', 'Getting around'),
    entry('surroundings', '楼道环境', 'Surroundings'),
    entry('other', '其他', 'Other'),
  ],
  actionCategories: [
    entry('policy', '政策引导', 'Policy guidance'),
    entry('law', '法治宣传', 'Legal education'),
    entry('health', '医疗健康', 'Health'),
    entry('home', '家政服务', 'Home services'),
    entry('care', '扶老护幼', 'Old and young'),
    entry('relief', '解危济困', 'Hardship relief'),
    entry('culture', '文化体育', 'Culture and sport'),
    entry('mediation', '矛盾调处', 'Mediation'),
    entry('patrol', '治安巡逻', 'Safety patrol'),
  ],
};
