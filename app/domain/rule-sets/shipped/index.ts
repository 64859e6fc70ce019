import usAr from './us-ar.json'
import usCo2021 from './us-co-2021.json'
import usCt from './us-ct.json'
import usFlProfessional from './us-fl-professional.json'
import usGa5050236 from './us-ga-50502-36.json'
import usIlPel2015 from './us-il-pel-2015.json'
import usMa2017 from './us-ma-2017.json'
import usMi from './us-mi.json'
import usNc2019 from './us-nc-2019.json'
import usNc2024 from './us-nc-2024.json'
import usNj6a9c from './us-nj-6a9c.json'
import usNyCtle2016 from './us-ny-ctle-2016.json'
import usOhLpdc from './us-oh-lpdc.json'
import usOr from './us-or.json'
import usPaAct48 from './us-pa-act48.json'
import usSc from './us-sc.json'
import usTxCpe from './us-tx-cpe.json'
import usVa2018 from './us-va-2018.json'
import usWa from './us-wa.json'

/** The files of this folder as they are; `shipped.server.ts` reads them. */
export const SHIPPED: unknown[] = [
  usAr,
  usCo2021,
  usCt,
  usFlProfessional,
  usGa5050236,
  usIlPel2015,
  usMa2017,
  usMi,
  usNc2019,
  usNc2024,
  usNj6a9c,
  usNyCtle2016,
  usOhLpdc,
  usOr,
  usPaAct48,
  usSc,
  usTxCpe,
  usVa2018,
  usWa,
]
