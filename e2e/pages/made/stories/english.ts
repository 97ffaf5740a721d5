import type { Story } from '../specification';

export const enList: Story = {
  lang: 'en',
  site: 'The Millbrook Courier',
  host: 'millbrook-courier',
  section: 'Town',
  byline: 'Town desk',
  headline: 'Five things that change in Millbrook this autumn',
  body: [
    'The town council has voted on its plans for the second half of the year. Most of them will be felt by people who walk, swim or wait for a bus.',
    '## 1. The pool opens at six',
    'Early swimmers had asked for it for years: on weekdays the indoor pool will open at six in the morning. A second lifeguard has been hired.',
    '## 2. Line 4 runs until midnight',
    'The last bus to the hill estate will leave the station at ten to twelve. These stops are served after dark:',
    '- Station Square',
    '- Mill Lane',
    '- Upper Hill School',
    '## 3. The market moves',
    'While the square is being paved, the Saturday market moves to the car park behind the library. The stallholders fear for their customers.',
    'The works are to last until spring, the council said in a statement.',
  ],
};

export const enTrail: Story = {
  lang: 'en',
  site: 'Harrow Valley Post',
  host: 'harrow-valley-post',
  section: 'Outdoors',
  byline: 'Staff reporter',
  headline: 'Volunteers reopen the old quarry railway as a footpath',
  body: [
    'A footpath of seven miles now follows the track of the old quarry railway in Harrow Valley. Volunteers cleared the last section at the weekend.',
    'The line had carried slate to the harbour until 1961. Since then brambles had grown over the rails and two of its bridges had fallen into the river.',
    'It took eleven years, said the treasurer of the path’s society. “We thought that it would take three,” she added.',
    'The new bridges are made of larch from the valley and are wide enough for wheelchairs. The society paid for them with the sale of second-hand books.',
    'A café in the former station at the upper end is to open before Easter.',
  ],
};

export const enLive: Story = {
  lang: 'en',
  site: 'Port Ellery Herald',
  host: 'port-ellery-herald',
  section: 'Local',
  byline: 'Newsroom',
  headline: 'Live: Ferry freed after a night on the sandbank off Port Ellery',
  body: [
    'All sixty-two passengers are ashore. They were given tea and blankets in the school gym, and most of them have left by bus.',
    'The ferry is afloat again. Two tugs pulled it off the sandbank at high water and are now bringing it into the harbour.',
    'Divers have found no damage to the hull, the harbour office says. The next crossing is planned for tomorrow morning.',
    'The lifeboat has brought out food and water. A passenger told us by telephone that the mood on board was good.',
    'A ferry has run aground on the sandbank outside Port Ellery in thick fog. Nobody is hurt, the coastguard says.',
  ],
};
